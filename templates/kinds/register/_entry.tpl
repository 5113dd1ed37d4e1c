<li class="meeting">
<p class="when">{{#STATUS}}<strong class="stage">{{STATUS_WORDS}}</strong>{{/STATUS}}{{#MOVED}} <time datetime="{{DATE_ISO}}">{{DATE}}</time>{{/MOVED}}{{#SINCE}}<span>[[Since]] <time datetime="{{DATE_ISO}}">{{DATE}}</time></span>{{/SINCE}} <span>{{FIELD_WORDS}}</span></p>
<h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{SUMMARY}}</p>
<p class="areas">{{#AREA}}<small>{{NAME}}</small> {{/AREA}}</p>
</li>
