// Plain JavaScript: `npm start` generates the clients before TypeScript can run.

/**
 * schema.prisma for one kind of database. The models are the same for each;
 * only the datasource differs, and where its client is generated.
 *
 * @param {'sqlite' | 'postgresql'} provider
 * @param {string} schema the text of schema.prisma
 * @param {string} [output] where the client goes, if not where schema.prisma says
 * @returns {string}
 */
export function schemaFor(provider, schema, output) {
  const text = schema.replace('provider = "sqlite"', `provider = "${provider}"`)
  if (output === undefined) return text
  return text.replace(/^(\s*output\s*=\s*).*$/m, (_, key) => key + JSON.stringify(output))
}
