{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Benelux+</ShortName>
<Description>[[Search topics, partners, meetings, conclusions and documents.]]</Description>
<Url type="text/html" template="{{SEARCH}}?q={searchTerms}"/>
<Url type="application/json" template="{{SEARCH}}.json?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="{{SELF}}"/>
<Language>{{TAG}}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
