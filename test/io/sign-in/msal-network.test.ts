import { describe, expect, test } from 'vitest';
import { createMsalNetwork } from '../../../electron/io/sign-in/msal-network.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';

function networkTo(answer: Response) {
  const sent: Request[] = [];
  const network = createMsalNetwork({
    clock: createHandClock().clock,
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve(answer);
    },
  });
  return { network, sent };
}

describe('a request of MSAL', () => {
  test('is sent as it is, follows no redirect and keeps no cookies', async () => {
    const { network, sent } = networkTo(Response.json({ access_token: 'a' }));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Client-Sku': 'msal' };
    await network.sendPostRequestAsync('https://login.example/token', { headers, body: 'grant_type=none' });
    const [request] = sent;
    expect(request).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'omit' });
    expect(request?.headers.get('x-client-sku')).toBe('msal');
    expect(await request?.text()).toBe('grant_type=none');
  });

  test('is answered with the status, the headers in lower case and the JSON', async () => {
    const { network } = networkTo(Response.json({ error: 'x' }, { status: 400, headers: { 'X-Ms-Request-Id': '1' } }));
    const answer = await network.sendPostRequestAsync('https://login.example/token');
    expect(answer).toEqual({
      status: 400,
      headers: { 'content-type': 'application/json', 'x-ms-request-id': '1' },
      body: { error: 'x' },
    });
  });

  test('for metadata takes metadata', async () => {
    const { network, sent } = networkTo(Response.json({ token_endpoint: 'https://login.example/token' }));
    const answer = await network.sendGetRequestAsync('https://login.example/.well-known/openid-configuration');
    expect(answer.body).toEqual({ token_endpoint: 'https://login.example/token' });
    expect(sent[0]?.method).toBe('GET');
  });

  test('for metadata takes nothing else', async () => {
    const { network } = networkTo(Response.json({ access_token: 'a' }));
    await expect(network.sendGetRequestAsync('https://login.example/')).rejects.toMatchObject({
      errorCode: 'network_error',
    });
  });
});
