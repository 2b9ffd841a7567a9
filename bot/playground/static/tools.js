// Trials: trouble on order, real rates, the bot's last calls, and starting over.

import { $, el } from "./dom.js";
import { onLanguage, t } from "./i18n.js";
import { confirmBox, toast } from "./notices.js";
import { here, on, store } from "./state.js";
import { send } from "./socket.js";

const FAULTS = ["none", "flood", "broken", "hang", "drop_before", "drop_after"];

export function startTools() {
  faults();
  onLanguage(() => {
    faults();
    calls();
    standing();
  });
  $("#fault-set").addEventListener("click", () => {
    send({ do: "fault", kind: $("#fault").value });
    if ($("#fault").value !== "none") toast(t("ordered"));
  });
  $("#rates").addEventListener("change", () => send({ do: "rates", on: $("#rates").checked }));
  $("#reset").addEventListener("click", () => confirmBox(t("resetAsk"), t("reset"), () => send({ do: "reset" })));
  $("#block").addEventListener("click", () => send({ do: "block", as: store.me.id, on: !here().blocked }));
  for (const kind of ["loaded", "shown", "blocked", "unblocked"]) on(kind, standing);
  on("loaded", () => ($("#rates").checked = store.rates));
  on("call", calls);
}

function standing() {
  if (!store.ready) return;
  $("#block").hidden = here().group;
  $("#block").textContent = t(here().blocked ? "unblock" : "block");
}

function faults() {
  const chosen = $("#fault").value || "none";
  $("#fault").replaceChildren(...FAULTS.map((kind) => el("option", { value: kind, selected: kind === chosen }, t(`fault_${kind}`))));
}

function calls() {
  const lines = store.calls.map((call) => el("li", { class: call.outcome === "ok" ? "" : "failed" }, el("code", {}, call.method), call.outcome === "ok" ? "" : ` ${call.outcome}`));
  $("#calls").replaceChildren(...(lines.length ? lines : [el("li", { class: "none" }, t("noCalls"))]));
}
