// Begins pictures that are larger than their frame at what they are about, or at their first box.
document.querySelectorAll(".picture").forEach(function (picture) {
  "use strict";
  var box = picture.querySelector(".node-root") || picture.querySelector(".node");
  if (!box) return;
  var frame = picture.getBoundingClientRect();
  var place = box.getBoundingClientRect();
  picture.scrollTop += place.top - frame.top - frame.height / 3;
  picture.scrollLeft += place.left - frame.left - 16;
});
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
