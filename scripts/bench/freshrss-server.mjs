import { access, cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { userInfo } from 'node:os'
import { run, start } from '../steps/command.mjs'
import { Problem } from '../steps/console.mjs'
import { freePort } from '../steps/free-port.mjs'

const VERSION = '1.24.3'
const SOURCE = 'https://github.com/FreshRSS/FreshRSS.git'
const PACKAGES =
  'apt-get install php-fpm php-cli php-sqlite3 php-xml php-mbstring php-curl php-intl php-gmp php-zip nginx'
export const READER = 'reader'

/** @param {RegExp} name @returns {Promise<string>} a program of the system */
async function findProgram(name) {
  for (const folder of ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']) {
    const found = (await readdir(folder).catch(() => [])).filter((file) => name.test(file)).sort()
    if (found.length > 0) return path.join(folder, found.at(-1) ?? '')
  }
  throw new Problem(`FreshRSS needs PHP and nginx, and ${name} was not found. ${PACKAGES}`)
}

/**
 * Installs FreshRSS for one reader, with anonymous reading, on SQLite.
 *
 * @param {string} folder where to; FRESHRSS names a checkout to copy, else its release is cloned
 * @returns {Promise<string>} the reader's database
 * @throws {Problem} when PHP or the source is missing
 */
export async function installFreshRss(folder) {
  const php = await findProgram(/^php[\d.]*$/)
  const { FRESHRSS } = process.env
  if (FRESHRSS) await cp(FRESHRSS, folder, { recursive: true })
  else {
    const clone = ['git', 'clone', '--quiet', '--depth=1', `--branch=${VERSION}`, SOURCE, folder]
    await run(clone).catch((error) => {
      const how = `Set FRESHRSS to the path of a checkout of FreshRSS ${VERSION}.`
      throw new Problem(`FreshRSS could not be fetched: ${error.message}\n${how}`)
    })
  }
  const cli = (/** @type {string[]} */ ...args) =>
    run([php, path.join(folder, 'cli', args[0] ?? ''), ...args.slice(1)])
  await cli('prepare.php')
  await cli('do-install.php', '--default-user', READER, '--allow-anonymous', '--db-type', 'sqlite')
  await cli('create-user.php', '--user', READER, '--password', 'reader12')
  const database = path.join(folder, 'data/users', READER, 'db.sqlite')
  await access(database)
  return database
}

/** Four workers that stay, with the bytecode cache that PHP advises for production. @param {string} folder */
const fpmSettings = (folder) => `[global]
error_log = ${folder}/fpm.log
daemonize = no
[freshrss]
user = ${userInfo().username}
listen = ${folder}/fpm.sock
listen.mode = 0666
pm = static
pm.max_children = 4
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.memory_consumption] = 128
php_admin_value[opcache.max_accelerated_files] = 10000
php_admin_value[session.save_path] = ${folder}/sessions
`

/** As FreshRSS's documentation has it. @param {string} folder @param {string} source @param {number} port */
const nginxSettings = (folder, source, port) => `daemon off;
worker_processes 2;
${userInfo().uid === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events { worker_connections 512; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  gzip on;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${source}/p;
    index index.php index.html;
    location ~ ^.+?\\.php(/.*)?$ {
      fastcgi_pass unix:${folder}/fpm.sock;
      fastcgi_split_path_info ^(.+\\.php)(/.*)$;
      set $path_info $fastcgi_path_info;
      include /etc/nginx/fastcgi_params;
      fastcgi_param PATH_INFO $path_info;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
    }
    location / { try_files $uri $uri/ index.php; }
  }
}
`

/**
 * Serves FreshRSS by nginx and PHP-FPM.
 *
 * @param {string} source where it is installed
 * @param {string} folder for settings, logs and sockets
 */
export async function serveFreshRss(source, folder) {
  const [fpm, nginx] = [await findProgram(/^php-fpm[\d.]*$/), await findProgram(/^nginx$/)]
  const port = await freePort()
  await mkdir(path.join(folder, 'sessions'), { recursive: true })
  await writeFile(path.join(folder, 'fpm.conf'), fpmSettings(folder))
  await writeFile(path.join(folder, 'nginx.conf'), nginxSettings(folder, source, port))
  const root = userInfo().uid === 0 ? ['--allow-to-run-as-root'] : []
  const servers = [
    start([fpm, '--nodaemonize', ...root, '--fpm-config', path.join(folder, 'fpm.conf')]),
    start([nginx, '-p', folder, '-c', path.join(folder, 'nginx.conf')]),
  ]
  for (const server of servers) for (const s of [server.stdout, server.stderr]) s?.resume()
  const url = `http://127.0.0.1:${port}`
  const stop = () => servers.forEach((server) => server.kill())
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/i/`).catch(() => null)
    if (answer?.ok) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  stop()
  throw new Problem(`FreshRSS did not answer; see ${folder}`)
}
