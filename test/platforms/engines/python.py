"""Runs the texts of one platform, or a recipe, in Django or Flask. Reads { kind, snippets, people, key }, writes what each person gets."""

import json
import os
import sys
import types

given = json.load(sys.stdin)
kind, snippets, people, key = (given[name] for name in ("kind", "snippets", "people", "key"))
os.environ["USERESPONSE_KEY"] = key
server = snippets.get("server", "")


class Visitor:
    """Somebody, or nobody."""

    def __init__(self, person):
        self.is_authenticated = person is not None
        self.email = self.name = self.phone = ""
        for name, value in (person or {}).items():
            setattr(self, name, value)

    def get_full_name(self):
        return self.name

    def get_username(self):
        return ""


def django():
    import django
    from django.conf import settings
    from django.template import engines

    # A context processor, or a library of template tags.
    module = sys.modules["useresponse"] = types.ModuleType("useresponse")
    exec(server, vars(module))
    is_library = hasattr(module, "register")
    settings.configure(
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                    "libraries": {"useresponse": "useresponse"} if is_library else {},
                },
            }
        ]
    )
    django.setup()
    from django.http import HttpRequest

    template = engines["django"].from_string(snippets["tag"])
    for person in people:
        request = HttpRequest()
        request.user = Visitor(person)
        context = module.visitor(request) if server and not is_library else {}
        yield template.render(context, request)


def flask():
    from flask import Flask, render_template_string
    from werkzeug.local import LocalProxy

    now = {}
    login = types.ModuleType("flask_login")
    login.current_user = LocalProxy(lambda: now["user"])
    sys.modules["flask_login"] = login
    app = Flask(__name__)
    names = {"app": app, "__name__": "useresponse"}
    exec(server, names)
    if "support" in names:
        app.register_blueprint(names["support"])
    app.context_processor(lambda: {"current_user": login.current_user})
    for person in people:
        now["user"] = Visitor(person)
        with app.test_request_context():
            yield render_template_string(snippets["tag"])


json.dump(list({"django": django, "flask": flask}[kind]()), sys.stdout)
