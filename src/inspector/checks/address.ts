import { finder, type Finding } from '../finding.ts';
import { readEmbed } from '../../embed.ts';
import { textOf, type Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

const of = finder('address', TEXTS.address.label);
/** A host without anything in front is a folder of this site. */
const BARE_HOST = /^\s*[\w-]+(\.[\w-]+)+(:\d+)?\//;

export function checkAddress({ config, tag, embed, origin }: Snapshot): Finding[] {
  const texts = TEXTS.address;
  const { url, problems, chatId } = config;
  const shown = textOf(tag.src) || textOf(tag.host);
  const codes = problems.map(({ code }) => code);
  const noId = of('bad', texts.noId, { todo: texts.copyId, code: 'chat-id-missing' });

  if (codes.includes('bad-src'))
    return [of('bad', texts.bad, { todo: texts.addOne, shown, code: 'bad-src' })];
  if (codes.includes('chat-id-missing')) return [noId];
  if (!url) {
    const { host = '' } = embed ?? {};
    return [
      embed && chatId ? of('good', texts.embed(chatId, host)) : of('bad', texts.none, { todo: texts.addOne }),
    ];
  }
  const { host, protocol } = new URL(url);
  if (protocol === 'http:' && origin.startsWith('https:'))
    return [of('bad', texts.insecure, { todo: texts.useHttps, shown })];
  if (BARE_HOST.test(textOf(tag.src))) return [of('bad', texts.ownHost, { todo: texts.addSlashes, shown })];
  if (!textOf(tag.src).trim() && textOf(tag.type) && !/^(chat|support-center)$/.test(textOf(tag.type)))
    return [of('note', texts.unknownType, { todo: texts.chooseType, shown: textOf(tag.type) })];
  return [
    readEmbed(url).chatId && chatId
      ? of('good', texts.chat(chatId, host))
      : of('note', texts.unknownForm(host), { todo: texts.compare, shown }),
  ];
}
