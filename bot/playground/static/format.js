// Dates and sizes as people read them.

import { currentLanguage, t } from "./i18n.js";

export const ZONE = "Asia/Ho_Chi_Minh";

const locale = () => (currentLanguage() === "vi" ? "vi-VN" : "en-GB");

const when = (seconds) => new Date(seconds * 1000);

export function clockTime(seconds) {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", timeZone: ZONE }).format(when(seconds));
}

// 2026-11-22 in Vietnam, for comparing days.
export function dayOf(seconds) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(when(seconds));
}

export function dayName(day) {
  const date = new Date(`${day}T12:00:00Z`);
  const text = new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function shortDay(day) {
  const date = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale(), { weekday: "short", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(date);
}

export function monthName(year, month) {
  const date = new Date(Date.UTC(year, month, 15));
  const text = new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Monday first.
export function weekdays() {
  const format = new Intl.DateTimeFormat(locale(), { weekday: "narrow", timeZone: "UTC" });
  const vietnamese = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
  return Array.from({ length: 7 }, (_, n) => (currentLanguage() === "vi" ? vietnamese[n] : format.format(new Date(Date.UTC(2026, 5, 1 + n)))));
}

export function fullMoment(seconds) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short", timeZone: ZONE }).format(when(seconds));
}

export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const unit = bytes < 1024 * 1024 ? "KB" : "MB";
  const value = bytes / (unit === "KB" ? 1024 : 1024 * 1024);
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

export const addDays = (day, count) => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

// Vietnamese or English, by how many of the words carry Vietnamese letters.
export function languageOf(text) {
  const words = text.match(/\p{L}+/gu) || [];
  const marked = words.filter((word) => /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu.test(word));
  return marked.length * 4 > words.length ? "vi" : "en";
}

export function summary(message) {
  if (!message) return "";
  if (message.text) return message.text;
  const kind = message.photo ? `🖼 ${t("photo")}` : message.document ? `📎 ${message.document.file_name}` : "";
  return message.caption ? `${kind} ${message.caption}` : kind;
}
