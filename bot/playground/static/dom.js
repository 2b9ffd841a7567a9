// Small helpers for building the page. Text always goes in as text, never as markup.

export const $ = (selector, root = document) => root.querySelector(selector);

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const ICONS = {
  file: "M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm7 1.5V8h4.5z",
  link: "M7 17 17 7M9 7h8v8",
  copy: "M9 9h10v11H9zM5 15V4h10",
  inline: "M4 12h10M10 7l5 5-5 5M19 5v14",
  reply: "M10 8V4L3 11l7 7v-4c5 0 8 2 11 6 0-7-4-11-11-12z",
  forward: "M14 8V4l7 7-7 7v-4c-5 0-8 2-11 6 0-7 4-11 11-12z",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  pin: "M9 3h6l-1 6 4 4H6l4-4zM12 13v8",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const HUES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

export const hue = (id) => HUES[Math.abs(id) % HUES.length];

export function avatar(name, id, extra = "") {
  const words = name.replace(/[^\p{L}\p{N} ]/gu, " ").trim().split(/\s+/u);
  const letters = words.length > 1 ? words[0][0] + words.at(-1)[0] : (words[0] || "?").slice(0, 1);
  return el("span", { class: `avatar ${hue(id)} ${extra}`, "aria-hidden": "true" }, letters.toUpperCase());
}

// Arrow keys, Home and End move the focus among the items of a list; only one of them is in the tab order.
export function roving(list, selector, { horizontal = false } = {}) {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll(selector)];
    const here = items.indexOf(document.activeElement.closest(selector));
    const back = horizontal ? "ArrowLeft" : "ArrowUp";
    const on = horizontal ? "ArrowRight" : "ArrowDown";
    const goal = { [back]: here - 1, [on]: here + 1, Home: 0, End: items.length - 1 }[event.key];
    if (goal === undefined || !items[goal] || event.target.matches("input, textarea")) return;
    event.preventDefault();
    for (const item of items) item.tabIndex = -1;
    items[goal].tabIndex = 0;
    items[goal].focus();
  });
}
