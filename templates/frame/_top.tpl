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
{{#PICTURE}}<meta property="og:image" content="{{URL}}">
<meta property="og:image:alt" content="{{#SHOWING}}{{WORDS}}{{/SHOWING}}{{#MAPPED}}{{PAGE_TITLE}} – [[map of the cooperation]]{{/MAPPED}}">
<meta name="twitter:card" content="summary_large_image">
{{/PICTURE}}
{{#NO_ADDRESS}}<meta name="robots" content="noindex">{{/NO_ADDRESS}}
{{#ALTERNATE}}<link rel="alternate" hreflang="{{TAG}}" href="{{URL}}">
{{/ALTERNATE}}
{{#FORMAT_LINK}}<link rel="alternate" type="{{TYPE}}" href="{{PATH}}">
{{/FORMAT_LINK}}
<link rel="search" type="application/opensearchdescription+xml" href="{{SEARCH_DESCRIPTION}}" title="Benelux+">
{{#NEWS_FEED}}<link rel="alternate" type="application/atom+xml" href="{{PATH}}" title="[[What is new on Benelux+]]">
{{/NEWS_FEED}}
<link rel="icon" href="[[static:favicon.svg]]" type="image/svg+xml">
<style>[[style]]</style>
{{#PICTURED}}<link rel="stylesheet" href="[[static:pictures.css]]">
{{/PICTURED}}
{{#ABOUT}}<script type="application/ld+json">{{JSON_LD:none}}</script>
{{/ABOUT}}
</head>
<body>
{{#PREVIEW}}<aside class="preview" aria-label="[[Preview]]"><p class="wide"><strong>[[Preview of a draft: not public.]]</strong> [[This link works until {{UNTIL}}.]]{{#EDIT}} <a href="{{PATH}}">[[Back to the text]]</a>{{/EDIT}}</p></aside>
{{/PREVIEW}}
<header class="top">
<a class="skip" href="#content">[[Skip to content]]</a>
<div class="wide bar">
<a class="brand" href="{{HOME}}">Benelux<span class="plus">+</span></a>
{{#MENU}}
<details class="menu">
<summary>[[Menu]]</summary>
<nav aria-label="[[Main menu]]">
<ul>
{{#OVERVIEW}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}{{#WITHIN}} aria-current="true"{{/WITHIN}}>[[Cooperation]]</a></li>{{/OVERVIEW}}
{{#MEETINGS}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}{{#WITHIN}} aria-current="true"{{/WITHIN}}>[[Meetings]]</a></li>{{/MEETINGS}}
{{#CONCLUSIONS}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}{{#WITHIN}} aria-current="true"{{/WITHIN}}>[[Conclusions]]</a></li>{{/CONCLUSIONS}}
{{#OBSTACLES}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}{{#WITHIN}} aria-current="true"{{/WITHIN}}>[[Obstacles]]</a></li>{{/OBSTACLES}}
{{#PUBLISHED_LATELY}}<li><a href="{{PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}{{#WITHIN}} aria-current="true"{{/WITHIN}}>[[News]]</a></li>{{/PUBLISHED_LATELY}}
</ul>
</nav>
</details>
{{/MENU}}
{{#LANGUAGES}}
<nav class="languages" aria-label="[[Language]]">
<ul>
{{#CHOICE}}
<li>{{#CURRENT}}<span lang="{{TAG}}" aria-current="true">{{TAG}} <span class="hidden">{{NAME}}</span></span>{{/CURRENT}}{{#OTHER}}<a href="{{PATH}}" lang="{{TAG}}" hreflang="{{TAG}}">{{TAG}} <span class="hidden">{{NAME}}</span></a>{{/OTHER}}</li>
{{/CHOICE}}
</ul>
</nav>
{{/LANGUAGES}}
<form class="find" role="search" action="{{SEARCH}}" method="get">
<input name="q" type="search" value="{{SOUGHT}}" aria-label="[[Search this site]]" maxlength="200" autocomplete="off"><button>[[Search]]</button>
</form>
</div>
</header>
{{#CRUMBS}}
<nav class="crumbs wide" aria-label="[[You are here]]">
<ol>
{{#CRUMB}}
<li>{{#UP}}<a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a>{{/UP}}{{#THIS_PAGE}}<span lang="{{TAG}}" aria-current="page">{{LABEL}}</span>{{/THIS_PAGE}}</li>
{{/CRUMB}}
</ol>
</nav>
{{/CRUMBS}}
<main id="content" class="wide" tabindex="-1">
