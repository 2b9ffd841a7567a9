// The messages of the chat on the screen.

import { $, el } from "./dom.js";
import { foldQuotes } from "./entities.js";
import { dayName, dayOf } from "./format.js";
import { currentLanguage, t } from "./i18n.js";
import { bubble } from "./message.js";
import { here, isOwn, key, on, store } from "./state.js";

const NEAR = 80; // pixels from the bottom that count as being there
let acts = {};
let missed = 0;
let following = true; // stay with the newest message until somebody scrolls away
let still = null;
const log = () => $("#log");
const nearBottom = () => log().scrollHeight - log().scrollTop - log().clientHeight < NEAR;

export function startLog(given) {
  acts = { ...given, jump };
  for (const kind of ["loaded", "shown"]) on(kind, drawAll);
  on("message", (event) => event.chat === store.chat && add(event.message));
  on("edited", (event) => event.chat === store.chat && redraw(event.message));
  on("reaction", (event) => event.chat === store.chat && redraw(here().messages.get(event.message_id)));
  on("deleted", (event) => event.chat === store.chat && drawAll({ keep: true }));
  log().addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(() => store.ready && following && toBottom()).observe(log());
  log().addEventListener("load", () => following && toBottom(), true); // a picture has come
  log().addEventListener("keydown", arrows);
  $("#to-bottom").addEventListener("click", () => toBottom(true));
}

export function drawAll(options) {
  const keep = options?.keep ? log().scrollTop : null;
  const messages = [...here().messages.values()];
  log().setAttribute("aria-live", "off");
  log().replaceChildren(...(messages.length ? [] : [emptyNote()]));
  messages.forEach((message, index) => append(message, messages[index - 1]));
  foldQuotes(log());
  if (keep === null) toBottom();
  else log().scrollTop = keep;
  requestAnimationFrame(() => log().setAttribute("aria-live", "polite"));
}

function emptyNote() {
  if (here().group) return el("div", { class: "empty" }, el("p", {}, t("groupEmpty")));
  const about = store.about[currentLanguage()] || t("about");
  return el("div", { class: "empty" }, el("strong", {}, t("whatCan")), el("p", {}, about));
}

function append(message, previous) {
  const day = dayOf(message.date);
  const newDay = !previous || dayOf(previous.date) !== day;
  if (newDay) log().append(el("div", { class: "day", role: "separator" }, el("span", {}, dayName(day))));
  const first = newDay || previous.from.id !== message.from.id;
  log().append(bubble(message, acts, { first }));
}

function add(message) {
  const stay = following || isOwn(message);
  const previous = [...here().messages.values()].at(-2);
  if (!previous) log().replaceChildren();
  append(message, previous);
  const node = log().lastElementChild;
  node.classList.add("new");
  foldQuotes(node);
  if (!stay) miss();
  else if (node.offsetHeight > log().clientHeight && !isOwn(message)) toTop(node);
  else toBottom();
}

function redraw(message) {
  const old = message && log().querySelector(`[data-id="${message.message_id}"]`);
  if (!old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const label = focused?.textContent;
  const place = focused ? [...old.querySelectorAll("button")].indexOf(focused) : -1;
  const node = bubble(message, acts, { first: old.classList.contains("first") });
  old.replaceWith(node);
  foldQuotes(node);
  if (focused) refocus(node, label, place);
  if (following) toBottom();
}

// After an edit the finger stays where it was: on the button of the same name, or in the same place.
function refocus(node, label, place) {
  const buttons = [...node.querySelectorAll("button")];
  const same = buttons.find((button) => button.textContent === label);
  (same || buttons[Math.min(place, buttons.length - 1)] || node).focus({ preventScroll: true });
}

function toBottom(smooth = false) {
  following = true;
  log().scrollTo({ top: log().scrollHeight, behavior: smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "auto" });
  seen();
}

// A message taller than the screen is read from its beginning.
function toTop(node) {
  log().scrollTop = node.offsetTop - 8;
  following = nearBottom();
}

// The day that sticks to the top shows only while one scrolls, so that it hides no words.
function scrolled() {
  if (!store.ready) return;
  following = nearBottom();
  if (following) seen();
  for (const day of log().querySelectorAll(".day.faded")) day.classList.remove("faded");
  clearTimeout(still);
  still = setTimeout(() => {
    const top = log().getBoundingClientRect().top;
    for (const day of log().querySelectorAll(".day")) day.classList.toggle("faded", log().scrollTop > 0 && day.getBoundingClientRect().top < top + 20);
  }, 1000);
}

function miss() {
  missed += 1;
  $("#to-bottom").hidden = false;
  $("#to-bottom .count").textContent = missed;
}

function seen() {
  missed = 0;
  $("#to-bottom").hidden = true;
  store.unread.delete(key());
}

function jump(id) {
  const node = log().querySelector(`[data-id="${id}"]`);
  if (!node) return;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1200);
  node.focus({ preventScroll: true });
}

function arrows(event) {
  const goal = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const messages = [...log().querySelectorAll(".message")];
  const current = document.activeElement.closest(".message");
  if (event.key === "Enter" && document.activeElement === current) {
    event.preventDefault();
    acts.reply(here().messages.get(Number(current.dataset.id)));
    return;
  }
  if (!goal || !messages.length) return;
  event.preventDefault();
  const index = current ? messages.indexOf(current) + goal : messages.length - 1;
  messages[Math.max(0, Math.min(index, messages.length - 1))].focus();
}
