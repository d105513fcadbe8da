/** Hosts and names in the embed codes of other makers, to tell somebody that it is the wrong code. */
const VENDORS: [name: string, trace: RegExp][] = [
  ['Chatra', /call\.chatra\.io|ChatraID/],
  ['Chatwoot', /chatwootSDK|chatwootSettings/],
  ['Crisp', /client\.crisp\.chat|CRISP_WEBSITE_ID/],
  ['Drift', /js\.driftt\.com|drift\.load/],
  ['Freshworks', /freshworks\.com\/widgets|wchat\.freshchat\.com|fcWidget/],
  ['Gorgias', /config\.gorgias\.(?:chat|io)/],
  ['Help Scout', /beacon-v2\.helpscout\.net/],
  ['HubSpot', /js(?:-\w+)?\.hs-scripts\.com|js\.usemessages\.com/],
  ['Intercom', /widget\.intercom\.io|intercomSettings/],
  ['JivoChat', /code\.jivosite\.com|code\.jivo/],
  ['LiveAgent', /ladesk\.com\/scripts|LiveAgentTracker/],
  ['LiveChat', /cdn\.livechatinc\.com|__lc\.license/],
  ['LivePerson', /lptag\.liveperson\.net/],
  ['Olark', /static\.olark\.com/],
  ['Smartsupp', /smartsuppchat\.com|_smartsupp/],
  ['tawk.to', /embed\.tawk\.to|Tawk_API/],
  ['Tidio', /code\.tidio\.co/],
  ['Userlike', /userlike-cdn-widgets|userlike\.com\/widget/],
  ['Zendesk', /static\.zdassets\.com|v2\.zopim\.com|zE\(/],
  ['Zoho SalesIQ', /salesiq\.zoho|\$zoho\.salesiq/],
];

/** The maker of a code that is not UseResponse's, where it is known. */
export const vendorOf = (text: string): string | undefined =>
  VENDORS.find(([, trace]) => trace.test(text))?.[0];
