// What scripts add to pages that work without them.
import {
  Button,
  CharacterCount,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  createAll,
} from "govuk-frontend";
import "htmx.org";

import { offerChecking } from "./checking.js";
import { listenToCopying, offerCopying } from "./copy.js";
import { listenToFacetSearch, offerFacetSearch } from "./facet_search.js";
import { keepFocus, listenToAdding, listenToDragging, listenToSelecting, listenToTray } from "./packs.js";
import { present } from "./presenting.js";
import { moveFocusAfterSearch } from "./search_focus.js";
import { listenToParagraphs } from "./paragraphs.js";
import { offerUploadInParts } from "./upload.js";

const COMPONENTS = [
  [Button, { preventDoubleClick: true }],
  [CharacterCount],
  [ErrorSummary],
  [ExitThisPage],
  [FileUpload],
  [NotificationBanner],
  [PasswordInput],
  [ServiceNavigation],
];

// After a swap createAll starts what is new and leaves what has started alone.
function start() {
  for (const [component, settings] of COMPONENTS) createAll(component, settings);
  offerCopying();
  offerFacetSearch();
  offerUploadInParts();
}

start();
offerChecking();
listenToCopying();
listenToParagraphs();
listenToFacetSearch();
moveFocusAfterSearch();
listenToAdding();
listenToSelecting();
listenToTray();
keepFocus();
present();
listenToDragging();
document.addEventListener("htmx:after:swap", start);
