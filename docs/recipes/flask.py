"""useresponse.py beside the app, which takes it with app.register_blueprint(support). In the base template, right above
</body>: {{ useresponse() }}. The security key is in the environment."""

import hashlib
import json
import os

from flask import Blueprint
from flask_login import current_user
from markupsafe import Markup

support = Blueprint("useresponse", __name__)
TAG = Markup("""<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget{}
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>""")


@support.app_template_global()
def useresponse():
    key, email = os.environ.get("USERESPONSE_KEY", ""), getattr(current_user, "email", None)
    visitor = {}
    if key and email:
        visitor["token"] = hashlib.sha256((key + email).encode()).hexdigest()
        visitor["email"] = email
        visitor["name"] = getattr(current_user, "name", None) or ""
        # Custom fields; or leave the line out.
        visitor["properties"] = json.dumps({"property_170": current_user.phone})
    return TAG.format(Markup().join(Markup(' {}="{}"').format(*each) for each in visitor.items()))
