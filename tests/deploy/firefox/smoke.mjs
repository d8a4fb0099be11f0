/* Every page in Firefox, by its own WebDriver BiDi: prints as JSON what was seen. test_firefox.py says what should be.
   usage: node smoke.mjs FIREFOX ADDRESS DRAWINGS */

import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [executablePath, address, drawings] = process.argv.slice(2);
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1180, height: 820 },
  { width: 1920, height: 1080 },
];
const PATIENCE = 60_000; // ms for anything to appear, on a slow machine
const SETTLED = '[data-answer][data-state$="settled"]';

const ten = Object.fromEntries(
  readFileSync(drawings, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map(({ label, strokes }) => [label, strokes]),
);

const extraPrefsFirefox = { "intl.accept_languages": "en" };
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
const seen = { version: await browser.version(), pages: {}, drawn: {} };
const logged = [];
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
page.on("pageerror", (error) => logged.push(String(error)));
page.on("console", (message) => message.type() === "error" && logged.push(message.text()));

/* Draw strokes, in 0..1 of the sheet, with a mouse or a finger. */
async function draw(strokes, hand) {
  const box = await (await page.$("[data-pad]")).boundingBox();
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
    await hand.begin(...first);
    for (const place of rest) await hand.move(...place);
    await hand.end();
  }
}

const mouse = {
  begin: async (x, y) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
  },
  move: (x, y) => page.mouse.move(x, y),
  end: () => page.mouse.up(),
};
const finger = {
  begin: (x, y) => page.touchscreen.touchStart(x, y),
  move: (x, y) => page.touchscreen.touchMove(x, y),
  end: () => page.touchscreen.touchEnd(),
};

function textOf(selector) {
  return page.$eval(selector, (element) => element.textContent);
}

/* Which pages there are, the page itself says. */
async function lookAtPages() {
  await page.goto(address);
  const paths = await page.$$eval(".pages a", (links) => links.map((link) => link.getAttribute("href")));
  for (const path of [...paths, "/report?model=notebook&true=3&read=8"]) {
    logged.length = 0;
    const reply = await page.goto(address + path);
    const overflow = [];
    for (const screen of SCREENS) {
      await page.setViewport(screen);
      overflow.push(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
    }
    const heading = await textOf("h1");
    seen.pages[path] = { status: reply.status(), heading, overflow: Math.max(...overflow), logged: [...logged] };
  }
}

/* The map's digits, painted by a thread: the page may look at them by a copy alone. */
async function lookAtMap() {
  await page.goto(`${address}/map`);
  const copied = await page.waitForFunction(() => {
    const digits = document.querySelector("[data-map-digits]");
    const { width, height } = digits;
    const copy = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    copy.drawImage(digits, 0, 0);
    return copy.getImageData(0, 0, width, height).data.some(Boolean);
  });
  seen.map = await copied.jsonValue();
}

async function drawOnThePad(name, hand, digit) {
  await page.goto(address);
  await draw(ten[digit], hand);
  await page.waitForSelector(SETTLED);
  seen.drawn[name] = { meant: digit, read: await textOf("[data-digit]") };
}

async function askWhy() {
  await page.click("[data-why]");
  await page.waitForSelector("[data-reasons] .card");
  seen.reasons = (await page.$$("[data-reasons] .card")).length;
}

async function writeTen() {
  await page.goto(`${address}/ten`);
  for (let digit = 0; digit < 10; digit += 1) {
    if (digit < 2) await draw(ten[digit], mouse);
    await page.click("[data-next]");
  }
  await page.waitForSelector('[data-ten][data-state="read"]');
  seen.ten = await page.$$eval("[data-row] li", (items) => items.map((item) => item.dataset.state));
}

async function drawInTheLesson() {
  await page.goto(`${address}/lesson`);
  await (await page.$("[data-pad]")).scrollIntoView();
  await draw(ten[7], mouse);
  await page.waitForFunction(() => document.querySelector("[data-voice]").textContent); // not before it is settled
  seen.lesson = await textOf("[data-voice]");
}

async function presentTheLesson() {
  await page.keyboard.press("p");
  await page.waitForSelector("[data-presenting] [data-shown]");
  await page.keyboard.press("PageDown");
  seen.slide = await textOf("[data-slide-place]");
  await page.keyboard.press("p");
  await page.waitForSelector("html:not([data-presenting])");
}

try {
  await lookAtPages();
  await lookAtMap();
  await page.setViewport(SCREENS[1]);
  await drawOnThePad("mouse", mouse, "4");
  await askWhy();
  await drawOnThePad("finger", finger, "7");
  await writeTen();
  await drawInTheLesson();
  await presentTheLesson();
  seen.logged = [...logged];
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen, null, 1));
