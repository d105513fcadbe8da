import { expect } from 'chai';
import { embedPath, readEmbed, scriptKey, withInitId, withRetry } from '../src/embed.ts';

const IID = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
const CHAT = `https://help.example.com/public/sdk/chat-${IID}-38.js`;
const CENTER = 'https://help.example.com/sdk/supportCenter.js';
const SHOP = 'https://shop.example.com';

describe('The address of a script', () => {
  it('tells the host, the chat id and the id of the tag that the script looks for', () => {
    expect(readEmbed(CHAT)).to.deep.equal({ host: 'help.example.com', chatId: '38', iid: IID });
    expect(readEmbed(`${CENTER}?initid=uriid_1700000000000_42&wid=6`)).to.deep.equal({
      host: 'help.example.com',
      chatId: '6',
      iid: 'uriid_1700000000000_42',
    });
  });

  it('tells the port too, where there is one', () => {
    expect(readEmbed(CHAT.replace('.com/', '.com:8443/')).host).to.equal('help.example.com:8443');
  });

  it('tells the chat id whatever follows the address', () => {
    for (const end of ['?v=2024-05-01', '?cb=1-2', '#a-5'])
      expect(readEmbed(CHAT + end).chatId, end).to.equal('38');
  });

  it('may lie in a folder, as with UseResponse in the cloud', () => {
    const { host, chatId } = readEmbed(`https://static.example.io/public/acme/sdk/chat-${IID}-13.js`);
    expect({ host, chatId }).to.deep.equal({ host: 'static.example.io', chatId: '13' });
  });

  it('tells nothing of a widget where it is that of another script', () => {
    const OTHERS = [
      '/chat.js',
      '/chat-us-38.js',
      '/wid=38',
      '/sdk/other.js?wid=38',
      '/sdk/chat--38.js',
      '/sdk/chat-38.js',
      '/sdk/chatter.js?wid=38',
      `/sdk/chat-${IID}-x38.js`,
      '/sdk/supportCenter.js',
      '/sdk/supportCenterXjs?wid=38',
      '/sdk/supportCenter.js?wid=x',
    ];
    for (const path of OTHERS) expect(readEmbed(SHOP + path).chatId, path).to.equal(undefined);
    expect(readEmbed(`${SHOP}/chat.js`)).to.deep.equal({
      host: 'shop.example.com',
      chatId: undefined,
      iid: undefined,
    });
  });

  it('that a host and a chat id make is read again as what they were', () => {
    for (const type of [undefined, 'chat', 'nonsense', 'support-center']) {
      const { host, chatId } = readEmbed(`https://help.example.com${embedPath(type, '38')}`);
      expect({ host, chatId }).to.deep.equal({ host: 'help.example.com', chatId: '38' });
    }
    expect(`https://help.example.com${embedPath('chat', '38')}`).to.equal(CHAT);
    expect(`https://help.example.com${embedPath('support-center', '6')}`).to.equal(`${CENTER}?initid=&wid=6`);
  });
});

describe('Two addresses', () => {
  const FIRST = `${CENTER}?initid=uriid_1700000000000_42&wid=6`;

  it('are of the same script where only initid differs, wherever it stands', () => {
    const OTHERS = ['initid=&wid=6', 'initid=uriid_1700000000001_7&wid=6', 'wid=6'];
    for (const query of OTHERS) expect(scriptKey(`${CENTER}?${query}`), query).to.equal(scriptKey(FIRST));
    expect(scriptKey(`${CENTER}?wid=6&initid=uriid_1_2`)).to.equal(scriptKey(`${CENTER}?wid=6&initid=`));
  });

  it('are of the same script where only what follows a # differs', () => {
    for (const end of ['#', '#a', '#part-2'])
      expect(scriptKey(`${CHAT}${end}`), end).to.equal(scriptKey(CHAT));
  });

  it('are of two scripts where anything else differs', () => {
    const OTHERS = [
      `${CENTER}?initid=uriid_1700000000000_42&wid=7`,
      `${CENTER}?initid=&wid=6&theme=dark`,
      `${CENTER.replace('help', 'other')}?initid=&wid=6`,
      CHAT,
      CHAT.replace('38', '39'),
    ];
    expect(new Set([FIRST, ...OTHERS].map(scriptKey)).size).to.equal(OTHERS.length + 1);
  });
});

describe("The support center's script", () => {
  const FROM_HOST = `${CENTER}?initid=&wid=6`;

  it("is given an id as the vendor's own snippet makes it, which its tag can bear", () => {
    const url = new URL(withInitId(FROM_HOST));
    expect(url.searchParams.get('initid')).to.match(/^uriid_\d{13,}_\d{1,3}$/);
    expect(url.searchParams.get('wid')).to.equal('6');
    expect(readEmbed(url.href).iid).to.equal(url.searchParams.get('initid'));
    expect(scriptKey(url.href)).to.equal(scriptKey(FROM_HOST));
  });

  it('is not given the same one by pages that are opened at the same time', () => {
    const ends = Array.from({ length: 100 }, () => /_(\d+)&/.exec(withInitId(FROM_HOST))?.[1]);
    expect(new Set(ends).size).to.be.above(1);
  });

  it('keeps the id that the embed code has given it, as the chat does', () => {
    for (const given of [`${CENTER}?initid=uriid_1700000000000_42&wid=6`, CHAT]) {
      expect(withInitId(given)).to.equal(given);
    }
  });
});

describe('A script that is asked for again', () => {
  const ADDRESSES = [
    CHAT,
    `${CHAT}?v=2`,
    `${CENTER}?initid=uriid_1_2&wid=6`,
    `${CHAT}#a`,
    `${CHAT}#a?b`,
    `${CHAT}?v=2#a`,
  ];
  for (const address of ADDRESSES) {
    it(`has a new address, and all that was in the old one: ${address}`, () => {
      const old = new URL(address);
      const url = new URL(withRetry(address));
      expect(url.pathname).to.equal(old.pathname);
      expect(url.hash).to.equal(old.hash);
      expect(url.searchParams.get('retry')).to.match(/^\d{13,}$/);
      for (const [name, value] of old.searchParams) expect(url.searchParams.get(name)).to.equal(value);
      expect(readEmbed(url.href)).to.deep.equal(readEmbed(address));
    });
  }
});
