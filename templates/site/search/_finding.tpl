<li class="finding">
<p class="when">{{#KIND_TOPIC}}[[Topic]]{{/KIND_TOPIC}}{{#KIND_PARTNER}}[[Partner]]{{/KIND_PARTNER}}{{#KIND_MEETING}}[[Meeting]]{{/KIND_MEETING}}{{#KIND_OBSTACLE}}[[Obstacle]]{{/KIND_OBSTACLE}}{{#KIND_PRACTICE}}[[Good practice]]{{/KIND_PRACTICE}}{{#KIND_PAGE}}[[Page]]{{/KIND_PAGE}}{{#CONCLUSION}}[[Conclusion {{NUMBER}}]]{{/CONCLUSION}}{{#DOCUMENT}}[[Document]]{{/DOCUMENT}}{{#WHERE}} <span lang="{{TAG}}">{{SHORT}}</span>{{/WHERE}}{{#IN}} <span lang="{{TAG}}">{{NAME}}</span>{{/IN}}</p>
<h3><a href="{{PATH}}" lang="{{TAG}}" hreflang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{#PIECE}}{{TEXT}}{{#FOUND}}<mark>{{WORD}}</mark>{{/FOUND}}{{/PIECE}}</p>
</li>
