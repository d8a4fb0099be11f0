/* The one place that calls the server. */

/**
 * Post a body and return the status, the header Retry-After and the JSON of the reply. Rejects where there is none.
 * @param {string} address
 * @param {{ body: BodyInit | null, type: string, signal?: AbortSignal }} message
 * @returns {Promise<{ status: number, retryAfter: string | null, reply: any }>} `reply` may be anything
 */
export async function post(address, { body, type, signal }) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": type, Accept: "application/json" },
    body,
    signal,
  });
  return { status: response.status, retryAfter: response.headers.get("Retry-After"), reply: await response.json() };
}

/**
 * Return the JSON of an address. Rejects where there is none.
 * @param {string} address
 * @returns {Promise<any>} may be anything
 */
export async function get(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/**
 * Ask the server to forget something; return whether it has.
 * @param {string} address
 * @param {Record<string, string>} headers
 */
export async function remove(address, headers) {
  const { ok, status } = await fetch(address, {
    method: "DELETE",
    headers: { ...headers, Accept: "application/json" },
  });
  return ok || status === 404;
}

/**
 * Return what the server has at an address, or null where that is still what `etag` stands for.
 * @param {string} address
 * @param {string} etag
 */
export async function poll(address, etag) {
  const headers = etag ? { "If-None-Match": etag } : undefined;
  const response = await fetch(address, { headers, cache: "no-store" });
  if (response.status === 304) return null;
  if (!response.ok) throw new Error(`status ${response.status}`);
  return { etag: response.headers.get("ETag") ?? "", text: await response.text() };
}
