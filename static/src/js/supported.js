// Says on <body>, before anything is drawn, that scripts run: GOV.UK Frontend's components start only where it stands.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
