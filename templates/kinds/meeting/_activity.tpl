{{#PRESIDENCY_NOW}}
<section class="activity" aria-labelledby="presidency">
<h2 id="presidency">[[Presidency]]</h2>
<p>{{HOLDERS}} <small>({{TERM}})</small> · <a href="{{PATH}}">[[All terms]]</a></p>
</section>
{{/PRESIDENCY_NOW}}
{{#COMING}}
<section class="activity" aria-labelledby="coming">
<h2 id="coming">[[Upcoming meetings]]</h2>
<ul class="meetings">
{{#MEETING}}
[[include:kinds/meeting/_entry.tpl]]
{{/MEETING}}
</ul>
</section>
{{/COMING}}
{{#PAST}}
<section class="activity" aria-labelledby="past">
<h2 id="past">[[Latest meetings]]</h2>
[[include:frame/_timeline.tpl]]
<ul class="meetings">
{{#MEETING}}
[[include:kinds/meeting/_entry.tpl]]
{{/MEETING}}
</ul>
<p><a href="{{MEETINGS_PATH}}">[[All meetings of this forum]]</a> · <a href="webcal://{{CALENDAR}}">[[Subscribe to this calendar]]</a></p>
</section>
{{/PAST}}
