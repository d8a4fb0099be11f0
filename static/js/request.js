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
