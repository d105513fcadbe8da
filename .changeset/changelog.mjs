/** What a changeset says, and no more: who uses the package has no use for commits. */
export default {
  async getReleaseLine({ summary }) {
    const [first, ...rest] = summary.trim().split('\n');
    return [`- ${first}`, ...rest.map((line) => line && `  ${line}`)].join('\n');
  },
  /** A new version of what the package depends on has a changeset of its own. */
  async getDependencyReleaseLine() {
    return '';
  },
};
