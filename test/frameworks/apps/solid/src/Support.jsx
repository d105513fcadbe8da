import 'useresponse-widget';

export function Support(props) {
  return (
    <useresponse-widget
      src={props.src}
      token={props.token}
      email={props.email}
      name={props.name}
      properties={props.properties}
      attr:property_170={props.phone}
      attr:load-on={props.loadOn}
      prop:clearOn={props.clearOn}
      on:useresponse-ready={props.hear}
      on:useresponse-identify={props.hear}
      on:useresponse-clear={props.hear}
      on:useresponse-error={props.hear}>
      {props.children}
    </useresponse-widget>
  );
}
