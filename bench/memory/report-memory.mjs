// Imported into the server that is measured: answers each message of its parent with its memory.
process.on('message', () => process.send?.(process.memoryUsage()))
