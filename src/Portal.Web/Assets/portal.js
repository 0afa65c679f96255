// Everything works without this file. It focuses the error summary, stops double clicks, and blanks a page
// that the browser would otherwise bring back from its back/forward cache after a stop or a sign-out.
import "./passkey.js";
import { ErrorSummary, Button, ExitThisPage, SkipLink, createAll } from "./govuk.js";

document.documentElement.classList.add("js-enabled");
document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [ErrorSummary, Button, SkipLink, ExitThisPage]) {
  createAll(component);
}

if (document.body.classList.contains("signed-in")) {
  addEventListener("pagehide", () => document.body.replaceChildren());
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
}

document.querySelector("[data-print]")?.addEventListener("click", (event) => {
  event.preventDefault();
  print();
});
