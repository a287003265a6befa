// Keeps the parts of a page that are marked data-live fresh while events arrive, without taking
// the words out of anybody's hands: a part in which somebody types is left alone until they leave.
(function () {
  "use strict";
  document.body.addEventListener("htmx:beforeRequest", function (event) {
    var part = event.target;
    if (!part.hasAttribute("data-live")) return;
    var active = document.activeElement;
    var typing = active && part.contains(active) && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
    if (typing) event.preventDefault();
  });
})();
