<li class="meeting">
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#POSTPONED}} <strong class="flag">[[Postponed]]</strong>{{/POSTPONED}}{{#MOVED}} <strong class="flag">[[Moved]]</strong>{{/MOVED}}{{#CANCELLED}} <strong class="flag">[[Cancelled]]</strong>{{/CANCELLED}}{{#PLACE}} <span>{{VALUE}}</span>{{/PLACE}}{{#FORUM}} <span>{{VALUE}}</span>{{/FORUM}}</p>
<h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{SUMMARY}}</p>
</li>
