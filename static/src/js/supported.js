// Before anything is drawn: scripts of modules run here, so that what they hide is not shown first. Where one of them
// does not come after all, everything stands as without scripts.
const CLASSES = ["js-enabled", "govuk-frontend-supported"];
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add(...CLASSES);
addEventListener("error", (event) => event.target.tagName === "SCRIPT" && document.body.classList.remove(...CLASSES), true);
