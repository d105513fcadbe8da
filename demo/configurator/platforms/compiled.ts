import type { Platform } from '../choices.ts';
import { inertAt, markup, type Language } from './markup.ts';

/** Sites in compiled languages: Java with JSP, and ASP.NET with Razor. */

const JAVA = `package useresponse;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

public final class Useresponse {
    private Useresponse() {
    }

    /** Empty for a visitor who is not signed in. */
    public static String token(String email) throws NoSuchAlgorithmException {
        String key = System.getenv("USERESPONSE_KEY");
        if (key == null || key.isEmpty() || email == null || email.isEmpty()) {
            return "";
        }
        byte[] text = (key + email).getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
        return String.format("%064x", new BigInteger(1, hash));
    }

    /** Any value between the quotes of an attribute. */
    public static String escape(Object value) {
        return value == null ? "" : value.toString()
            .replace("&", "&amp;")
            .replace("\\"", "&quot;")
            .replace("'", "&#39;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    }

    /** The same as a string of JSON. */
    public static String json(Object value) {
        StringBuilder json = new StringBuilder("\\"");
        for (char each : (value == null ? "" : value.toString()).toCharArray()) {
            boolean isPlain = each >= ' ' && each != '"' && each != '\\\\';
            json.append(isPlain ? String.valueOf(each) : String.format("\\\\u%04x", (int) each));
        }
        return escape(json.append('"'));
    }
}
`;

const jsp: Language = {
  open: '<% if (!token.isEmpty()) { %>',
  close: '<% } %>',
  token: 'token',
  email: 'email',
  name: 'name',
  print: (expression) => `<%= Useresponse.escape(${expression}) %>`,
  printJson: (expression) => `<%= Useresponse.json(${expression}) %>`,
};

const java: Platform = {
  id: 'java',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    const page = '<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>\n';
    if (!choices.recognise) return [{ id: 'tag', language: 'jsp', code: page + markup(choices) }];
    const code = `${page}<%@ page import="useresponse.Useresponse" %>
<%
    // Who is signed in, as your site knows it; null for nobody.
    String email = (String) session.getAttribute("email");
    String name = (String) session.getAttribute("name");
    String token = Useresponse.token(email);
%>
${markup(choices, jsp)}`;
    return [
      { id: 'server', language: 'java', code: JAVA },
      { id: 'tag', language: 'jsp', code },
    ];
  },
};

/**
 * Razor leaves an attribute out whose value is null. What is no string it would not print as it is: of `true` it makes the
 * attribute's name, and markup it does not escape.
 */
const razor: Language = {
  open: '',
  close: '',
  token: 'token',
  email: 'email',
  name: 'User.Identity?.Name',
  print: (expression) =>
    expression === 'token' ? '@token' : `@(token == null ? null : Convert.ToString(${expression}))`,
  printJson: (expression) =>
    `@(token == null ? "null" : System.Text.Json.JsonSerializer.Serialize(Convert.ToString(${expression}) ?? ""))`,
  text: inertAt,
};

const RAZOR_TOKEN = `@using System.Security.Claims
@using System.Security.Cryptography
@using System.Text
@using Microsoft.Extensions.Configuration
@inject IConfiguration Configuration
@{
    var key = Configuration["UseResponse:Key"];
    var email = User.FindFirst(ClaimTypes.Email)?.Value;
    var token = string.IsNullOrEmpty(key) || string.IsNullOrEmpty(email)
        ? null
        : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key + email))).ToLowerInvariant();
}
`;

const aspnet: Platform = {
  id: 'aspnet',
  group: 'code',
  canRecognise: true,
  tried: 'none',
  snippets: (choices) => [
    ...(choices.recognise ? [{ id: 'key', language: 'ini' as const, code: 'UseResponse__Key=' }] : []),
    {
      id: 'tag',
      language: 'razor',
      code: (choices.recognise ? RAZOR_TOKEN : '') + markup(choices, razor),
    },
  ],
};

export const compiledPlatforms: Platform[] = [java, aspnet];
