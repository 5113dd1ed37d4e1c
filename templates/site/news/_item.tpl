<li class="meeting">
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time></p>
<h3><a href="{{PATH}}">{{TITLE}}</a></h3>
<p>{{SUMMARY}}</p>
</li>
