<li class="meeting">
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#PLACE}} <span>{{VALUE}}</span>{{/PLACE}}</p>
<h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3>
<p lang="{{TAG}}">{{SUMMARY}}</p>
</li>
