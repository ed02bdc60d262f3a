/** Paths of every kind that the site answers, and of some that it does not. */
export const PATHS = `/ /topics /search /days /days/2026-11-05 /days/2026-02-30 /days/9999-12-31
/saved /settings /offline /missing /nowhere /nothing /feed/sort%3Dlatest /found/q%3Da /pick/all%3Da
/feed/any%3Da%2Cb /via/%2F%3Fsort%3Dlatest /via/%2F%2Fevil.example /via/%09 /via/%5Cevil.example
/api /api/articles /api/articles/0000000000 /api/articles/0000000000/why /api/articles/x/original
/api/events /api/version /api/suggestions /api/revalidate /pictures/a.svg /pictures/a /pictures/
/sw.js /icons/icon-192.png /icons/nothing.png /fonts/nothing.woff2 /icon.svg /favicon.ico
/apple-icon.png /opensearch.xml /styles.css /manifest.webmanifest /robots.txt /sitemap.xml
/_next/image?url=/api/events&w=64&q=75 /_next/static/chunks/x.js /_next/static/../server/x.js
/_next/data/x/index.json /_next/ /_next /_not-found /404 /500 /_error /_global-error /index /page
/.env /prisma/schema.prisma /../../etc/passwd /%2e%2e/%2e%2e/etc/passwd /package.json /proxy.ts
//evil.example /\\evil.example /.//evil.example /%2F%2Fevil.example /%5Cevil.example //evil.example/%2e%2e
/articles /articles/ /topics/ /topics/nothing /articles/nothing-0000000000 /x.rsc /index.rsc /topics.segments/_tree.segment.rsc`.split(
  /\s+/,
)

/** Fragments of paths, parameters and headers that have broken servers. */
export const NASTY = [
  ...'% %f %zz %00 %0d%0aX-A:b %c0%af %ff %e0%a4%a %25 %2525 %2e%2e%2f .. // /./ \\ %5c %09 %0A ; & = ? # + , ~ * @ :'.split(
    ' ',
  ),
  ...'[] {} <script>alert(1)</script> " \' ` | ^ $ (a+)+$ ${7*7} {{7*7}} %n%s %E2%80%A8 %F0%9F%98%80 %CC%81'.split(
    ' ',
  ),
  ...'%D9%85 %EF%BF%BE %ED%A0%80 null undefined NaN -1 0 1e99 99999999999999999999 true __proto__ constructor'.split(
    ' ',
  ),
  ...'http://evil.example //evil.example javascript:alert(1) /%2Fevil.example file:///etc/passwd'.split(
    ' ',
  ),
  '\u00e9\u00c3\u00a9',
  'x'.repeat(300),
  'a,'.repeat(50),
  '%41'.repeat(100),
  'y'.repeat(9_000),
  '',
]

/** Parameters that something reads, with values that it may take. */
export const PARAMETERS: [name: string, values: string[]][] = [
  ['q', ['wind', 'wind+power', '%22', '-', 'topic:climate', '(', 'a*', 'Withheld', '%F0%9F%98%80']],
  ['any', ['climate', 'climate,energy', 'nothing', 'climate,nothing', ',', 'CLIMATE', 'a/b']],
  ['all', ['climate', 'climate,energy', 'nothing', 'withheld-topic']],
  ['none', ['climate', 'nothing', 'withheld-topic', '']],
  ['sort', ['top', 'latest', 'heat', 'quality', 'relevance', 'hot', 'blend', 'TOP']],
  ['window', ['day', 'week', 'month', 'all', 'year']],
  ['cursor', ['1.2.3', 'a.b.1.1.', '....', 'abc', '<script>hit</script>', '%3Cscript%3E/', '/']],
  ['limit', ['1', '100', '101', '0', '-1', '1.5', 'x']],
  ['locale', ['de', 'ar', 'en', 'fr', '__proto__']],
  ['url', ['/api/events', 'http://evil.example/x.png', '%2Fsw.js']],
  ['w', ['64', '0']],
  ['_rsc', ['abcde', '1', '']],
  ['utm_source', ['mail']],
  ['nxtPslug', ['x']],
  ['nxtPquery', ['sort%3Dlatest']],
  ['__nextLocale', ['de']],
  ['__nextDataReq', ['1']],
  ['dpl', ['x']],
]

/** Headers that something reads, with values that it may take. */
export const HEADERS: [name: string, values: string[]][] = [
  ['rsc', ['1', '0', '']],
  ['next-router-state-tree', ['%5B%22%22%2C%7B%7D%5D', '[', 'null', '["",{},null,null,true]']],
  ['next-router-prefetch', ['1', '2', '3', 'x']],
  ['next-router-segment-prefetch', ['/_tree', '/_index', '/_full', '/../..', 'x']],
  ['next-url', ['/topics/climate', '//evil.example', '%']],
  ['next-action', ['40000000000000000000000000000000000000000a', 'x']],
  ['next-resume', ['1']],
  ['next-html-request-id', ['x']],
  ['x-nextjs-data', ['1']],
  ['x-matched-path', ['/api/revalidate', '/[locale]/missing']],
  ['x-now-route-matches', ['1=de']],
  ['x-invoke-path', ['/api/revalidate', '/_error']],
  ['x-invoke-status', ['500']],
  ['x-middleware-subrequest', ['proxy:proxy:proxy:proxy:proxy']],
  ['x-middleware-rewrite', ['http://evil.example/']],
  ['x-middleware-next', ['1']],
  ['x-prerender-revalidate', ['x']],
  ['x-rewrite-url', ['/api/revalidate']],
  ['x-forwarded-host', ['evil.example', 'evil.example, x']],
  ['x-forwarded-proto', ['https', 'gopher']],
  ['x-forwarded-for', ['1.2.3.4']],
  ['forwarded', ['host=evil.example']],
  ['x-http-method-override', ['DELETE']],
  ['range', ['bytes=0-1', 'bytes=-1', 'bytes=5-1', 'bytes=0-0,2-2', 'bytes=999999999-', 'x']],
  ['if-range', ['"x"', 'Sat, 28 Nov 2026 00:00:00 GMT']],
  ['if-none-match', ['*', '"x"', 'W/"x", "y"', '"']],
  ['if-match', ['*', '"x"']],
  ['if-modified-since', ['Sat, 28 Nov 2099 00:00:00 GMT', 'x']],
  ['if-unmodified-since', ['Sat, 28 Nov 1999 00:00:00 GMT']],
  ['accept', ['*/*', 'text/html', 'application/json', 'image/webp', ';;;', 'text/x-component']],
  ['accept-encoding', ['br', 'gzip', 'deflate', 'identity', '*;q=0', 'zstd', 'gzip;q=x']],
  ['accept-language', ['de', 'ar,en;q=0.5', '*', 'x-'.repeat(50)]],
  ['cookie', ['__prerender_bypass=x', '__next_preview_data=x', 'NEXT_LOCALE=de', '=;=;']],
  ['authorization', ['Bearer x', 'Basic x', '']],
  ['origin', ['http://evil.example', 'null']],
  ['referer', ['http://evil.example/', '%']],
  ['content-type', ['application/json', 'multipart/form-data', 'text/plain;charset=x']],
  ['expect', ['100-continue', 'x']],
  ['upgrade', ['websocket', 'h2c']],
  ['te', ['trailers']],
  ['user-agent', ['Googlebot', 'facebookexternalhit/1.1', '']],
  ['sec-fetch-dest', ['image', 'document', 'x']],
  ['purpose', ['prefetch']],
  ['cache-control', ['no-cache', 'only-if-cached', 'max-age=0']],
  ['last-event-id', ['1', 'x']],
  ['service-worker', ['script']],
]
