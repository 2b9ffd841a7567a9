// Writing: text, replies, corrections, photos and files.

import { $, el } from "./dom.js";
import { fileSize, summary } from "./format.js";
import { t } from "./i18n.js";
import { dialog, toast } from "./notices.js";
import { here, isOwn, key, on, store } from "./state.js";
import { askCommands, close, handleKey, startSuggestions, suggest, toggleCommands } from "./suggest.js";
import { send } from "./socket.js";

const LARGEST = 50 * 1024 * 1024;
const field = () => $("#text");
let reply = null;
let editing = null;
let drawn = "";

export function startComposer() {
  startSuggestions(field(), { say, fill });
  $("#composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field().addEventListener("input", () => {
    grow();
    suggest();
  });
  field().addEventListener("keydown", keys);
  field().addEventListener("paste", paste);
  $("#menu").addEventListener("click", toggleCommands);
  $("#attach").addEventListener("click", () => $("#file").click());
  $("#file").addEventListener("change", () => {
    offer([...$("#file").files]);
    $("#file").value = "";
  });
  $("#start").addEventListener("click", () => say("/start"));
  $("#unblock").addEventListener("click", () => send({ do: "block", as: store.me.id, on: false }));
  $("#cancel-context").addEventListener("click", () => context());
  dropping();
  on("shown", change);
  on("loaded", change);
  for (const kind of ["blocked", "unblocked", "message", "deleted"]) on(kind, mode);
  on("message", (event) => {
    if (event.chat === store.chat && event.message.force_reply) answer(event.message);
  });
}

// Another chat on the screen: keep what was begun in the old one.
function change() {
  if (drawn) store.drafts.set(drawn, field().value);
  drawn = key();
  context();
  close();
  field().value = store.drafts.get(drawn) || "";
  grow();
  mode();
  askCommands();
}

// Start, write, or unblock.
function mode() {
  const chat = here();
  const fresh = !chat.group && !chat.messages.size && !chat.blocked;
  $("#start").hidden = !fresh;
  $("#unblock").hidden = !chat.blocked;
  $("#composer").hidden = chat.blocked || chat.moved;
}

function grow() {
  field().rows = 1;
  const line = parseFloat(getComputedStyle(field()).lineHeight) || 21;
  field().rows = Math.max(1, Math.min(6, Math.floor((field().scrollHeight - 12) / line)));
  $("#send").disabled = !field().value.trim();
  $("#composer").classList.toggle("writing", Boolean(field().value));
}

function keys(event) {
  if (event.isComposing || handleKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && (reply || editing)) {
    context();
  } else if (event.key === "ArrowUp" && !field().value) {
    const own = [...here().messages.values()].filter((message) => isOwn(message) && message.text);
    if (own.length) correct(own.at(-1));
  }
}

function submit() {
  const text = field().value.trim();
  if (!text) return;
  if (editing) send({ do: "edit", as: store.me.id, chat: store.chat, message: editing, text });
  else say(text);
  fill("");
  context();
}

export function say(text) {
  send({ do: "say", as: store.me.id, chat: store.chat, text, reply_to: reply });
  if (field().value === text || /^\/\w*$/.test(field().value)) fill("");
  context();
}

export function fill(text) {
  field().value = text;
  grow();
  suggest();
  if (text) field().focus();
}

// ── replying and correcting ──

function context(title = "", words = "") {
  if (!title) {
    if (editing) field().value = "";
    reply = editing = null;
    grow();
  }
  $("#context").hidden = !title;
  $("#context-title").textContent = title;
  $("#context-text").textContent = words;
}

export function answer(message) {
  context();
  reply = message.message_id;
  context(`${t("replyTo")} ${message.from.first_name}`, summary(message));
  field().focus();
}

export function correct(message) {
  context();
  editing = message.message_id;
  field().value = message.text ?? message.caption;
  grow();
  context(t("editing"), summary(message));
  field().focus();
}

// ── photos and files ──

function paste(event) {
  const files = [...(event.clipboardData?.files || [])];
  if (!files.length) return;
  event.preventDefault();
  offer(files);
}

function dropping() {
  const chat = $("#phone");
  const veil = $("#drop");
  let depth = 0;
  const show = (change) => {
    depth = change === 0 ? 0 : depth + change;
    veil.hidden = depth <= 0;
  };
  chat.addEventListener("dragenter", (event) => event.dataTransfer.types.includes("Files") && show(1));
  chat.addEventListener("dragleave", (event) => event.dataTransfer.types.includes("Files") && show(-1));
  chat.addEventListener("dragover", (event) => event.preventDefault());
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    show(0);
    offer([...event.dataTransfer.files]);
  });
}

// Show what is about to be sent, with a caption.
function offer(files) {
  const file = files[0];
  if (!file || here().blocked) return;
  if (file.size > LARGEST) {
    toast(t("tooBig"));
    return;
  }
  const isPicture = ["image/png", "image/jpeg"].includes(file.type);
  const preview = isPicture ? el("img", { src: URL.createObjectURL(file), alt: file.name }) : null;
  const asFile = el("input", { type: "checkbox", id: "as-file" });
  const caption = el("input", { type: "text", class: "caption", placeholder: t("caption"), "aria-label": t("caption"), maxlength: "1024", autofocus: true });
  const cancel = el("button", { type: "button", class: "quiet", onclick: () => box.close() }, t("cancel"));
  const go = el("button", { type: "submit", class: "primary", "data-testid": "upload" }, t("send"));
  const form = el(
    "form",
    {},
    el("h2", {}, t(isPicture ? "sendPhoto" : "sendFile")),
    preview,
    el("p", { class: "file-line" }, `${file.name} · ${fileSize(file.size)}`),
    caption,
    isPicture ? el("label", { class: "check" }, asFile, t("asFile")) : null,
    el("div", { class: "actions" }, cancel, go),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    box.close();
    upload(file, isPicture && !asFile.checked ? "photo" : "document", caption.value);
    files.slice(1).forEach((other) => upload(other, "document", ""));
  });
  const box = dialog("upload", "upload-box", form);
}

async function upload(file, kind, caption) {
  const form = new FormData();
  const values = { as: store.me.id, chat: store.chat, kind, caption, reply_to: reply || "" };
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append("file", file, file.name);
  context();
  const response = await fetch("/playground/upload", { method: "POST", body: form });
  if (!response.ok) toast((await response.json().catch(() => ({}))).trouble || response.statusText);
}
