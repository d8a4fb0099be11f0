/* The other place that calls the server: for a file to be kept. */

/**
 * Post JSON and return the file that comes back, or the JSON of a refusal. Rejects where there is neither.
 * @param {string} address
 * @param {object} message
 * @returns {Promise<{ file: Blob | null, refusal: any }>} `refusal` may be anything
 */
export async function fetchFile(address, message) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(message),
  });
  return response.ok ? { file: await response.blob(), refusal: null } : { file: null, refusal: await response.json() };
}

/**
 * Put a file among the visitor's own.
 * @param {Blob} file
 * @param {HTMLAnchorElement} link one that nobody sees
 */
export function saveFile(file, link) {
  link.href = URL.createObjectURL(file);
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Resolve to a part of a page, in the visitor's language. Rejects where there is none.
 * @param {string} address
 */
export async function fetchPart(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  if (!response.ok) throw new Error(`There is no part at ${address}.`);
  return response.text();
}
