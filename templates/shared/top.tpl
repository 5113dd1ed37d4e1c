<!doctype html>
<html lang="{{LANGUAGE}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{PAGE_TITLE}}{{#SITE_NAME}} – Benelux+{{/SITE_NAME}}</title>
{{#ADDRESS}}
<meta name="description" content="{{DESCRIPTION}}">
<link rel="canonical" href="{{URL}}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Benelux+">
<meta property="og:title" content="{{PAGE_TITLE}}">
<meta property="og:description" content="{{DESCRIPTION}}">
<meta property="og:url" content="{{URL}}">
<meta property="og:locale" content="{{LOCALE}}">
{{/ADDRESS}}
{{#OTHER_LOCALE}}<meta property="og:locale:alternate" content="{{LOCALE}}">
{{/OTHER_LOCALE}}
{{#NO_ADDRESS}}<meta name="robots" content="noindex">{{/NO_ADDRESS}}
{{#ALTERNATE}}<link rel="alternate" hreflang="{{TAG}}" href="{{URL}}">
{{/ALTERNATE}}
{{#FORMAT_LINK}}<link rel="alternate" type="{{TYPE}}" href="{{PATH}}">
{{/FORMAT_LINK}}
<link rel="alternate" type="application/atom+xml" href="{{NEWS}}" title="[[What is new on Benelux+]]">
<link rel="icon" href="[[static:favicon.svg]]" type="image/svg+xml">
<meta name="color-scheme" content="light dark">
<style>[[style]]</style>
{{#ABOUT}}<script type="application/ld+json">{{JSON_LD:none}}</script>
{{/ABOUT}}
</head>
<body>
<a class="skip" href="#content">[[Skip to the content]]</a>
{{#PREVIEW}}<aside class="preview" aria-label="[[Preview]]"><p class="wide"><strong>[[Preview of a draft: not public.]]</strong> [[This link works until {{UNTIL}}.]]{{#EDIT}} <a href="{{PATH}}">[[Back to the text]]</a>{{/EDIT}}</p></aside>
{{/PREVIEW}}
<header class="top">
<div class="wide bar">
<a class="brand" href="{{HOME}}">Benelux<span class="plus">+</span></a>
{{#LANGUAGES}}
<nav class="languages" aria-label="[[Language]]">
<ul>
{{#CHOICE}}
<li>{{#CURRENT}}<span lang="{{TAG}}" aria-current="true">{{NAME}}</span>{{/CURRENT}}{{#OTHER}}<a href="{{PATH}}" lang="{{TAG}}" hreflang="{{TAG}}">{{NAME}}</a>{{/OTHER}}</li>
{{/CHOICE}}
</ul>
</nav>
{{/LANGUAGES}}
<form class="find" role="search" action="{{SEARCH}}" method="get">
<label class="hidden" for="find">[[Search this site]]</label><input id="find" name="q" type="search" value="{{SOUGHT}}" maxlength="200" autocomplete="off"><button>[[Search]]</button>
</form>
</div>
{{#MENU}}
<nav class="menu" aria-label="[[Main menu]]">
<ul class="wide">
{{#ITEM}}
<li><a href="{{PATH}}" lang="{{TAG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/ITEM}}
{{#MEETINGS}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>[[Meetings]]</a></li>{{/MEETINGS}}
{{#CONCLUSIONS}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>[[Conclusions]]</a></li>{{/CONCLUSIONS}}
{{#OBSTACLES}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>[[Obstacles]]</a></li>{{/OBSTACLES}}
{{#PRESIDENCIES}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>[[Presidencies]]</a></li>{{/PRESIDENCIES}}
</ul>
</nav>
{{/MENU}}
</header>
{{#CRUMBS}}
<nav class="crumbs wide" aria-label="[[You are here]]">
<ol>
{{#CRUMB}}
<li>{{#UP}}<a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a>{{/UP}}{{#HERE}}<span lang="{{TAG}}" aria-current="page">{{LABEL}}</span>{{/HERE}}</li>
{{/CRUMB}}
</ol>
</nav>
{{/CRUMBS}}
<main id="content" class="wide" tabindex="-1">
