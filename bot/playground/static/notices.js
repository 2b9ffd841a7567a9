// What appears over the chat: a short word, a word that wants to be confirmed, a picture.

import { $, el } from "./dom.js";
import { t } from "./i18n.js";

let fading = null;

export function toast(text) {
  const place = $("#toast");
  place.textContent = text;
  place.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => place.classList.remove("shown"), 3500);
}

// A dialog is named by its heading, else by its first words.
function dialog(kind, testid, ...children) {
  const box = el("dialog", { class: `box ${kind}`, "data-testid": testid }, ...children);
  box.setAttribute("aria-label", box.querySelector("h2, p")?.textContent || box.querySelector("img").alt);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && box.close());
  document.body.append(box);
  box.showModal();
  return box;
}

const button = (label, kind, act) => el("button", { type: "button", class: kind, onclick: act }, label);

export function alertBox(text) {
  const close = button(t("ok"), "primary", () => box.close());
  const box = dialog("alert", "alert", el("p", {}, text), el("div", { class: "actions" }, close));
}

export function confirmBox(text, yes, act) {
  const go = () => {
    box.close();
    act();
  };
  const buttons = [button(t("cancel"), "quiet", () => box.close()), button(yes, "primary", go)];
  const box = dialog("alert", "confirm", el("p", {}, text), el("div", { class: "actions" }, ...buttons));
}

export function picture(source, label) {
  const close = button("×", "shut", () => box.close());
  close.setAttribute("aria-label", t("close"));
  const box = dialog("viewer", "viewer", el("img", { src: source, alt: label }), close);
}

export { dialog };
