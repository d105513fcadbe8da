# Runs the texts of one platform, or a recipe, in Rails' ERB or in Liquid. Reads { kind, snippets, people, key }, writes what each
# person gets.

require "json"

given = JSON.parse($stdin.read.force_encoding("UTF-8"))
kind, snippets, people, key = given.values_at("kind", "snippets", "people", "key")
ENV["USERESPONSE_KEY"] = key

def rails(snippets, people)
  require "digest"
  require "ostruct"
  require "active_support"
  require "active_support/core_ext"
  require "action_view"
  require "action_view/testing/resolvers"
  eval(snippets["server"]) if snippets["server"]
  resolver = ActionView::FixtureResolver.new("shared/_useresponse.html.erb" => snippets["tag"])
  lookup = ActionView::LookupContext.new([resolver])
  views = ActionView::Base.with_empty_template_cache
  people.map do |person|
    view = views.new(lookup, {}, nil)
    view.extend(UseresponseHelper) if snippets["server"]
    view.define_singleton_method(:current_user) { person && OpenStruct.new(person) }
    view.render(partial: "shared/useresponse")
  end
end

# Shopify's own filters, which the open engine lacks.
module ShopifyFilters
  def sha256(text)
    require "digest"
    Digest::SHA256.hexdigest(text.to_s)
  end

  def json(value)
    JSON.generate(value)
  end
end

def liquid(snippets, people, key)
  require "liquid"
  template = Liquid::Template.parse(snippets["tag"], error_mode: :strict)
  people.map do |person|
    values = { "customer" => person, "settings" => { "useresponse_key" => key } }
    template.render!(values, strict_filters: true, filters: [ShopifyFilters])
  end
end

pages = kind == "rails" ? rails(snippets, people) : liquid(snippets, people, key)
puts JSON.generate(pages)
