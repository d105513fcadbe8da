import 'useresponse-widget';

export function Support({ src, token, email, name, properties, phone, loadOn, clearOn, hear, children }) {
  return (
    <useresponse-widget
      src={src}
      token={token}
      email={email}
      name={name}
      properties={properties}
      property_170={phone}
      load-on={loadOn}
      clearOn={clearOn}
      onuseresponse-ready={hear}
      onuseresponse-identify={hear}
      onuseresponse-clear={hear}
      onuseresponse-error={hear}>
      {children}
    </useresponse-widget>
  );
}
