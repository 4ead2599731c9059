// What editors read: VS Code's custom data for HTML and for CSS.

/** Tags and attributes, each with its sentence. */
export const htmlData = (declarations) => ({
  version: 1.1,
  tags: declarations.map(({ tagName, description, attributes, events }) => ({
    name: tagName,
    description: [description, '', ...events.map((event) => `- \`${event.name}\`: ${event.description}`)].join('\n'),
    attributes: attributes.map(({ name, description: words, type }) => ({
      name,
      description: words,
      ...(type?.text === 'boolean' && { valueSet: 'v' }),
    })),
  })),
});

/** Custom properties. */
export const cssData = (declarations) => {
  const properties = new Map(declarations.flatMap(({ cssProperties }) => cssProperties.map((it) => [it.name, it])));
  return {
    version: 1.1,
    properties: [...properties.values()].map(({ name, description, default: initial }) => ({
      name,
      description: `${description} Otherwise ${initial}.`,
    })),
  };
};
