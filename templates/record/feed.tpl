{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{LANGUAGE}}">
<title>{{FEED_TITLE}}</title>
<subtitle>{{SUBTITLE}}</subtitle>
<id>{{FEED_ID}}</id>
<link rel="self" type="application/atom+xml" href="{{SELF}}"/>
<link rel="alternate" type="text/html" hreflang="{{LANGUAGE}}" href="{{HOME}}"/>
<updated>{{UPDATED}}</updated>
<author><name>[[Secretariat-General of the Benelux Union]]</name></author>
{{#ENTRY}}
<entry>
<title>{{TITLE}}</title>
<id>{{ID}}</id>
<link rel="alternate" type="text/html" hreflang="{{LANGUAGE}}" href="{{URL}}"/>
<updated>{{CHANGED}}</updated>
<summary>{{SUMMARY}}</summary>
</entry>
{{/ENTRY}}
</feed>
