{{#THREE}}<div class="three" role="group" aria-label="[[include:desk/text/_field.tpl]]">
{{#CLASH}}<p class="fault">[[Both of you changed the same words: please look. Below are yours.]]</p>{{/CLASH}}
<div><p class="when">[[Before]]</p><p class="lines" lang="{{TAG}}">{{BASE_TEXT:pre_escape}}</p></div>
<div><p class="when">[[Theirs]]</p><p class="lines" lang="{{TAG}}">{{#THEIR_DIFF}}[[include:desk/text/_diff.tpl]]{{/THEIR_DIFF}}</p></div>
<div><p class="when">[[Yours]]</p><p class="lines" lang="{{TAG}}">{{#OWN_DIFF}}[[include:desk/text/_diff.tpl]]{{/OWN_DIFF}}</p></div>
</div>{{/THREE}}