{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
{{#PAGE}}
<url>
<loc>{{URL}}</loc>
{{#LAST}}<lastmod>{{CHANGED}}</lastmod>{{/LAST}}
{{#ALTERNATE}}
<xhtml:link rel="alternate" hreflang="{{TAG}}" href="{{URL}}"/>
{{/ALTERNATE}}
</url>
{{/PAGE}}
</urlset>
