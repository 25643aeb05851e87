import { describe, expect, it } from "vitest";
import { docx, jpeg, odt, pdf, png, webp, zip } from "../../../test/bytes.ts";
import { cleanName } from "./clean-name.ts";
import { kindOf } from "./kind-of.ts";

const text = (words: string) => Buffer.from(words);
const joined = (...parts: Buffer[]) => Buffer.concat(parts);

describe("what a file is", () => {
  it.each<[string, Buffer, string, string, boolean]>([
    ["a PDF", pdf(), "a.pdf", "application/pdf", false],
    [
      "a Word document",
      docx(),
      "a.docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      false,
    ],
    ["an OpenDocument text", odt(), "a.odt", "application/vnd.oasis.opendocument.text", false],
    ["a PNG", png(), "a.png", "image/png", true],
    ["a JPEG", jpeg(), "a.jpg", "image/jpeg", true],
    ["a WebP", webp(), "a.webp", "image/webp", true],
    ["plain text", text("Good morning.\r\n"), "a.txt", "text/plain", false],
    [
      "text in an old Cyrillic code",
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      "a.txt",
      "text/plain",
      false,
    ],
    ["text in UTF-16", Buffer.from("\ufeffשלום", "utf16le"), "a.txt", "text/plain", false],
    ["a table", text("name;age\nAda;36\n"), "a.csv", "text/csv", false],
    ["a calendar", text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), "a.ics", "text/calendar", false],
    ["a PDF that calls itself a page", pdf(), "a.html", "application/pdf", false],
    ["a program's text, which is text", text("alert(1)"), "a.js", "text/plain", false],
    ["less-than in a text", text("if a < b then c <d> e"), "a.txt", "text/plain", false],
  ])("[R61] %s is taken for what it is", async (_, bytes, name, type, preview) => {
    expect(await kindOf(bytes, name)).toMatchObject({ type, preview });
  });

  it.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "a.txt"],
    ["a page", text("<!DOCTYPE html><script>alert(1)</script>"), "a.txt"],
    ["a page after white space and words", text(" \n hello <ScRiPt src=x>"), "a.txt"],
    ["a page in UTF-16", Buffer.from("\ufeff<html>", "utf16le"), "a.txt"],
    ["SVG", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "a.png"],
    ["XML", text('<?xml version="1.0"?><a/>'), "a.txt"],
    ["a shell script", text("#!/bin/sh\nrm -rf /\n"), "a.txt"],
    ["a Windows program", joined(text("MZ"), Buffer.alloc(300)), "a.pdf"],
    ["a Linux program", joined(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(300)), "a.txt"],
    ["an archive", zip({ "a.txt": "x" }), "a.zip"],
    ["an archive that calls itself a document", zip({ "a.txt": "x" }), "a.docx"],
    ["a document with macros", docx({ "word/vbaProject.bin": "x" }), "a.docx"],
    ["a document for macros", docx({}, "application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx"],
    ["a document with something after it", joined(docx(), text("<script>")), "a.docx"],
    ["something before a document", joined(text("<html>"), docx()), "a.docx"],
    ["a PDF that is an archive too", joined(pdf(), zip({ "a.js": "x" })), "a.pdf"],
    ["a PDF that is a page too", pdf("<html><script>alert(1)</script>"), "a.pdf"],
    ["a PDF that breaks off", pdf().subarray(0, 20), "a.pdf"],
    ["a calendar that is none", text("hello"), "a.ics"],
    ["bytes that are no text", Buffer.from([1, 2, 3, 4]), "a.txt"],
  ])("[R61] %s is not taken", async (_, bytes, name) => {
    expect(await kindOf(bytes, name)).toBeNull();
  });

  it.each<[string, Buffer]>([
    ["PNG", png()],
    ["JPEG", jpeg()],
    ["WebP", webp()],
  ])("[R61] a %s that hides something, or breaks off, is mere bytes", async (_, picture) => {
    for (const bytes of [
      joined(picture, zip({ "a.js": "x" })),
      joined(picture, text("<script>alert(1)</script>")),
    ])
      expect(await kindOf(bytes, "a.png")).toMatchObject({ preview: false });
    expect((await kindOf(picture.subarray(0, picture.length - 1), "a.png"))?.preview).toBe(false);
  });
});

describe("names", () => {
  it.each<[string, string]>([
    ["report.pdf", "report.pdf"],
    ["REPORT.PDF", "REPORT.pdf"],
    ["C:\\Users\\me\\report.pdf", "report.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["page.html", "page.html.pdf"],
    ["invoice\u202efdp.exe", "invoicefdp.exe.pdf"],
    ['a"b\r\nc:<d>|?*.pdf', "a_bc__d____.pdf"],
    ["  .hidden. ", "hidden.pdf"],
    ["", "file.pdf"],
    [".pdf", "pdf.pdf"],
    ["CON.pdf", "_CON.pdf"],
    ["گزارش‌ها.pdf", "گزارش‌ها.pdf"],
    [`${"я".repeat(300)}.pdf`, `${"я".repeat(120)}.pdf`],
    ["a\ud800b.pdf", "ab.pdf"],
  ])("[R61] %j is shown as %j", (given, shown) => expect(cleanName(given, [".pdf"])).toBe(shown));
  it("[R61] an ending that fits stays", () =>
    expect(cleanName("photo.jpeg", [".jpg", ".jpeg"])).toBe("photo.jpeg"));
});
