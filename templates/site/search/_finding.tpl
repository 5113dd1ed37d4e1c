<li class="meeting">
<p class="when"><span>{{#KIND}}{{WORD}}{{/KIND}}{{#CONCLUSION}}[[Conclusion {{NUMBER}}]]{{/CONCLUSION}}{{#DOCUMENT}}[[Document]]{{/DOCUMENT}}</span>{{#WHERE}} <span lang="{{TAG}}">{{SHORT}}</span>{{/WHERE}}{{#IN}} <span lang="{{TAG}}">{{NAME}}</span>{{/IN}}</p>
<h3><a href="{{PATH}}" lang="{{TAG}}" hreflang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{#PIECE}}{{TEXT}}{{#FOUND}}<mark>{{WORD}}</mark>{{/FOUND}}{{/PIECE}}</p>
</li>
