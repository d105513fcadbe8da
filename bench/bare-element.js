/** The least that an element can do to the same end: no properties, no checks, no second chance, nobody is forgotten. */
customElements.define(
  'useresponse-widget',
  class extends HTMLElement {
    connectedCallback() {
      localStorage.getItem('useresponse-widget');
      addEventListener('storage', () => {});
      addEventListener('logout', () => {});
      const script = document.createElement('script');
      script.id = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
      script.src = this.getAttribute('src');
      script.onload = () => {
        const [token, userEmail, userName] = ['token', 'email', 'name'].map((name) =>
          this.getAttribute(name),
        );
        window.UR.userConfig({ token, userEmail, userName });
      };
      document.head.append(script);
    }
  },
);
