<!doctype html>
<html lang="{{LANGUAGE}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#IN_TROUBLE}}[[There is a problem]]: {{/IN_TROUBLE}}{{PAGE_TITLE}} – [[Editorial desk of Benelux+]]</title>
<meta name="robots" content="noindex">
<link rel="icon" href="[[static:favicon.svg]]" type="image/svg+xml">
<meta name="color-scheme" content="light dark">
<style>[[whole style]]</style>
<link rel="stylesheet" href="[[static:desk.css]]">
<script src="[[static:desk.js]]" defer></script>
</head>
<body class="desk">
<header class="top">
<a class="skip" href="#content">[[Skip to content]]</a>
<div class="wide bar">
<a class="brand" href="{{SITE}}">Benelux<span class="plus">+</span></a>
{{#ACCOUNT}}
<nav class="languages" aria-label="[[Main menu]]">
<ul>
<li><a href="{{HOME}}">[[Documents and languages]]</a></li>
<li><a href="{{NAMES}}">[[Names]]</a></li>
<li><a href="{{SYNONYMS}}">[[Words of the search]]</a></li>
{{#ADMINISTRATOR}}<li><a href="{{ACCOUNTS}}">[[Accounts]]</a></li>
<li><a href="{{AUDIT}}">[[Log]]</a></li>{{/ADMINISTRATOR}}
<li><a href="{{PASSWORD}}">[[Password]]</a></li>
<li><a href="{{CODES}}">[[One-time codes]]</a></li>
<li><a href="{{HELP}}">[[Help]]</a></li>
</ul>
</nav>
<form class="leave" action="{{LOGOUT}}" method="post"><input type="hidden" name="form_token" value="{{BAR_TOKEN}}"><span>{{NAME}}</span> <button>[[Log out]]</button></form>
{{/ACCOUNT}}
</div>
</header>
{{#ACCOUNT}}<template id="comfort" data-account="{{NAME}}" data-markdown="{{MARKDOWN}}" data-links="{{LINKS}}" data-token="{{BAR_TOKEN}}">
<div class="notice inline" data-part="recover"><p>[[What you typed here was not saved:]] <time></time></p><p><button type="button" data-choice="recover">[[Recover]]</button> <button type="button" data-choice="discard">[[Discard]]</button></p></div>
<div class="toolbar inline" data-part="toolbar" role="toolbar" aria-label="[[Formatting]]"><button type="button" data-mark="bold">[[Bold]]</button> <button type="button" data-mark="italic">[[Italic]]</button> <button type="button" data-mark="heading">[[Heading]]</button> <button type="button" data-mark="list">[[List]]</button> <button type="button" data-mark="quote">[[Quote]]</button> <button type="button" data-mark="link">[[Link]]</button></div>
<div class="linking inline" data-part="linking" role="group" aria-label="[[Link]]"><label>[[Page or file of this site, or an address]]<input type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" autocomplete="off" autocapitalize="none" spellcheck="false"></label> <button type="button" data-choice="insert">[[Insert]]</button> <button type="button" data-choice="close">[[Close]]</button>
<ul role="listbox" aria-label="[[Results]]" hidden></ul>
<small role="status" data-none="[[Nothing found]]" data-some="[[Results:]]"></small></div>
<section class="rendered" data-part="preview" aria-label="[[As visitors will see it]]" aria-live="off" tabindex="0" hidden><p class="when">[[As visitors will see it]]</p><div data-shown></div></section>
</template>{{/ACCOUNT}}
<main id="content" class="wide" tabindex="-1">
