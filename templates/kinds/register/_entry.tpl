<li class="meeting">
<p class="when">{{#STATUS}}<strong class="stage">{{STATUS_WORDS}}</strong>{{/STATUS}}{{#MOVED}} <span><time datetime="{{DATE_ISO}}">{{DATE}}</time></span>{{/MOVED}}{{#SINCE}}[[Since]] <time datetime="{{DATE_ISO}}">{{DATE}}</time>{{/SINCE}} <span>{{FIELD_WORDS}}</span></p>
<h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{SUMMARY}}</p>
<p class="areas">{{#AREA}}<small>{{NAME}}</small> {{/AREA}}</p>
</li>
