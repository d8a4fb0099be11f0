// In Node. In a page, the picture is a file, or what canvas.toBlob gives.
import { readFile } from "node:fs/promises";

const picture = await readFile("7.png");
const response = await fetch("{{ address }}", {
  method: "POST",
  headers: { "Content-Type": "image/png" },
  body: picture,
});
const answer = await response.json();
if (!response.ok) throw new Error(answer.error.message);
console.log(answer.digit, answer.confidence);
